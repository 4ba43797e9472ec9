import { existsSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MarkdownRenderer } from 'vitepress'

const names = fileURLToPath(new URL('../reference/members/members.json', import.meta.url))

export interface Members {
  nouns: { noun: string; types: { name: string; file: string }[] }[]
  links: Record<string, string>
}

export const members: Members = existsSync(names) ? JSON.parse(readFileSync(names, 'utf8')) : { nouns: [], links: {} }

/** Anchors as GitHub makes them, so that a link holds in both places. */
export const slugify = (heading: string) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\-_ ]/gu, '').replaceAll(' ', '-')

/** What a comment holds completes an example for the tests; readers have no use for it. */
export function hideComments(md: MarkdownRenderer) {
  const plain = md.renderer.rules.html_block!
  md.renderer.rules.html_block = (tokens, index, ...rest) =>
    tokens[index].content.trimStart().startsWith('<!--') ? '' : plain(tokens, index, ...rest)
}

/** Two braces are text, in code and outside of it: no page computes anything. */
export function keepBraces(md: MarkdownRenderer) {
  const text = md.renderer.rules.text!
  md.renderer.rules.text = (...args) => text(...args).replaceAll('{{', '{&#123;')
  const code = md.renderer.rules.code_inline!
  md.renderer.rules.code_inline = (tokens, index, ...rest) => {
    tokens[index].attrSet('v-pre', '')
    return code(tokens, index, ...rest)
  }
}

/** Requests and their answers: the line of each stands out, an error by its colour. */
export function showExchanges(md: MarkdownRenderer) {
  const plain = md.renderer.rules.fence!
  md.renderer.rules.fence = (tokens, index, ...rest) => tokens[index].info.trim() === 'http'
    ? `<div class="language-http vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">http</span><pre v-pre><code>${exchanges(tokens[index].content, md)}</code></pre></div>`
    : plain(tokens, index, ...rest)
}

function exchanges(text: string, md: MarkdownRenderer) {
  let inHead = false
  return text.trimEnd().split('\n').map(line => {
    const escaped = md.utils.escapeHtml(line)
    if (/^[A-Z]+ \//.test(line) || /^[1-5]\d\d [A-Z]/.test(line)) {
      inHead = true
      return `<span class="http-${/^\d/.test(line) ? line[0] + 'xx' : 'request'}">${escaped}</span>`
    }

    inHead &&= line !== ''
    return inHead ? escaped.replace(/^[^:]+:/, '<span class="http-field">$&</span>') : escaped
  }).join('\n')
}

/** `[Guard]`, `HandlerList`, `LitestarOptions.Path`: the name of a member in code is a link to its page. */
export function linkMembers(md: MarkdownRenderer) {
  const plain = md.renderer.rules.code_inline!
  md.renderer.rules.code_inline = (tokens, index, options, env, self) => {
    const code = plain(tokens, index, options, env, self)
    const file = members.links[tokens[index].content.replace(/\(…?\)$/, '')]
    if (!file || isInLink(tokens, index) || env.path?.includes('/reference/members/') || env.relativePath?.startsWith('reference/members/')) {
      return code
    }

    const page = posix.relative(dirname(env.relativePath ?? 'index.md'), 'reference/members')
    return `<a class="member" href="${page}/${file.replace('.md', '.html')}">${code}</a>`
  }
}

function isInLink(tokens: { type: string }[], index: number) {
  const before = tokens.slice(0, index)
  return before.filter(token => token.type === 'link_open').length > before.filter(token => token.type === 'link_close').length
}

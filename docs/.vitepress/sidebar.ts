import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'
import { members } from './markdown'

const docs = fileURLToPath(new URL('..', import.meta.url))

// The groups of the reference. A page that stands in none of them follows in one of its own by itself.
const groups: [string, string[]][] = [
  ['App', ['handlers', 'lists', 'routing', 'options', 'lifespan', 'plugins', 'extending', 'aspnet', 'conventions', 'routes', 'command-line', 'native-aot', 'testing']],
  ['Request', ['binding', 'parameters', 'forms', 'json', 'validation']],
  ['Response', ['results', 'errors']],
  ['Layers', ['layers', 'blocking', 'pipeline']],
]

const last: [string, string[]] = ['Tables', ['diagnostics', 'litestar-cases']]

const atRoot = ['index.md', 'releases.md']

const parts: [string, string][] = [['tutorial', 'Tutorial'], ['how-to', 'How to'], ['reference', 'Reference'], ['explanation', 'Explanation'], ['contributing', 'Contributing']]

export function sidebar(): DefaultTheme.SidebarMulti {
  const astray = readdirSync(docs).filter(name => name.endsWith('.md') && !atRoot.includes(name))
  if (astray.length > 0) {
    throw new Error(`${astray.join(', ')}: in no part. Move it into ${parts.map(([folder]) => folder).join(', ')}.`)
  }

  return Object.fromEntries(parts.map(([folder, title]) => [`/${folder}/`, itemsOf(folder, title)]))
}

function itemsOf(folder: string, title: string): DefaultTheme.SidebarItem[] {
  const pages = readdirSync(docs + folder).filter(name => name.endsWith('.md') && name !== 'index.md').map(name => name.slice(0, -3))
  const item = (page: string) => ({ text: titleOf(`${folder}/${page}.md`), link: `/${folder}/${page}` })
  const overview = { text: 'Overview', link: `/${folder}/` }
  if (folder !== 'reference') {
    return [{ text: title, items: [overview, ...inOrderOf(`${folder}/index.md`, pages).map(item)] }]
  }

  const group = ([text, names]: [string, string[]]) => ({ text, items: names.filter(name => pages.includes(name)).map(item) })
  const rest = pages.filter(page => ![...groups, last].some(([, names]) => names.includes(page)))
  return [
    { text: title, items: [overview] },
    ...groups.map(group),
    ...(rest.length > 0 ? [group(['Features', rest])] : []),
    group(last),
    {
      text: 'Members',
      collapsed: true,
      items: [
        { text: 'All, by noun', link: '/reference/members/' },
        { text: 'Settings', link: '/reference/members/settings' },
        ...members.nouns.map(({ noun, types }) => ({
          text: noun,
          collapsed: true,
          items: types.map(({ name, file }) => ({ text: name, link: `/reference/members/${file.slice(0, -3)}` })),
        })),
      ],
    },
  ]
}

/** Pages as the overview of their part lists them; what it does not list comes last. */
function inOrderOf(overview: string, pages: string[]) {
  const listed = [...readFileSync(docs + overview, 'utf8').matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, page]) => page)
  return [...listed.filter(page => pages.includes(page)), ...pages.filter(page => !listed.includes(page))]
}

function titleOf(path: string) {
  const heading = /^# (.*)$/m.exec(readFileSync(docs + path, 'utf8').replace(/^---\n.*?\n---\n/s, ''))
  if (!heading) {
    throw new Error(`${path} has no title.`)
  }

  return heading[1].replaceAll('`', '')
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'
import { members } from './markdown'

const docs = fileURLToPath(new URL('..', import.meta.url))

// The order in which pages are read. A page that stands nowhere here follows the others of its part by itself.
const groups: Record<string, [string, string[]][]> = {
  tutorial: [],
  'how-to': [],
  reference: [
    ['App', ['handlers', 'lists', 'routing', 'options', 'lifespan', 'plugins', 'aspnet', 'testing']],
    ['Request', ['binding', 'forms', 'json', 'validation']],
    ['Response', ['results', 'errors']],
    ['Layers', ['layers', 'blocking', 'pipeline']],
  ],
  explanation: [],
}

const last: [string, string[]] = ['Tables', ['diagnostics', 'litestar-cases']]

const atRoot = ['index.md', 'releases.md']

const parts: [string, string][] = [['tutorial', 'Tutorial'], ['how-to', 'How to'], ['reference', 'Reference'], ['explanation', 'Explanation']]

export function sidebar(): DefaultTheme.SidebarMulti {
  const astray = readdirSync(docs).filter(name => name.endsWith('.md') && !atRoot.includes(name))
  if (astray.length > 0) {
    throw new Error(`${astray.join(', ')}: in none of the four parts. Move it into ${parts.map(([folder]) => folder).join(', ')}.`)
  }

  return Object.fromEntries(parts.map(([folder, title]) => [`/${folder}/`, itemsOf(folder, title)]))
}

function itemsOf(folder: string, title: string): DefaultTheme.SidebarItem[] {
  const pages = existsSync(docs + folder) ? readdirSync(docs + folder).filter(name => name.endsWith('.md')).map(name => name.slice(0, -3)) : []
  const item = (page: string) => ({ text: titleOf(`${folder}/${page}.md`), link: `/${folder}/${page}` })
  const grouped = [...groups[folder], ...(folder === 'reference' ? [last] : [])]
  const rest = pages.filter(page => page !== 'index' && !grouped.some(([, names]) => names.includes(page)))
  const of = ([text, names]: [string, string[]]) => ({ text, items: names.filter(name => pages.includes(name)).map(item) })
  const overview = { text: title, items: [{ text: 'Overview', link: `/${folder}/` }] }
  if (folder !== 'reference') {
    return [{ text: title, items: [{ text: 'Overview', link: `/${folder}/` }, ...rest.map(item)] }]
  }

  return [
    overview,
    ...groups[folder].map(of),
    ...(rest.length > 0 ? [of(['Features', rest])] : []),
    of(last),
    {
      text: 'Members',
      collapsed: true,
      items: [
        { text: 'All, by noun', link: '/reference/members/' },
        ...members.nouns.map(({ noun, types }) => ({
          text: noun,
          collapsed: true,
          items: types.map(({ name, file }) => ({ text: name, link: `/reference/members/${file.slice(0, -3)}` })),
        })),
      ],
    },
  ]
}

function titleOf(path: string) {
  const heading = /^# (.*)$/m.exec(readFileSync(docs + path, 'utf8').replace(/^---\n.*?\n---\n/s, ''))
  if (!heading) {
    throw new Error(`${path} has no title.`)
  }

  return heading[1].replaceAll('`', '')
}

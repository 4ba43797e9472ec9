import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { hideComments, keepBraces, linkMembers, showExchanges, slugify } from './markdown'
import { sidebar } from './sidebar'

// The packages' own icon.
cpSync(fileURLToPath(new URL('../../src/icon.svg', import.meta.url)), fileURLToPath(new URL('../public/logo.svg', import.meta.url)))

// npm ci && npm run build, in docs/, writes the site to .vitepress/dist. It asks nothing of other hosts when it is read.
export default defineConfig({
  title: 'Litestar.Net',
  description: 'A web microframework for ASP.NET Core. Handlers are static functions with an attribute, and an app is a list of them.',
  lang: 'en',
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/logo.svg' }]],
  srcExclude: ['members/**', 'node_modules/**'],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
    anchor: { slugify },
    toc: { slugify },
    headers: { slugify },
    // Braces are the syntax of routes here, not of attributes.
    attrs: { disable: true },
    config(md) {
      hideComments(md)
      keepBraces(md)
      showExchanges(md)
      linkMembers(md)
    },
  },
  themeConfig: {
    logo: '/logo.svg',
    nav: [
      { text: 'Tutorial', link: '/tutorial/', activeMatch: '^/tutorial/' },
      { text: 'How to', link: '/how-to/', activeMatch: '^/how-to/' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Explanation', link: '/explanation/', activeMatch: '^/explanation/' },
      { text: 'Contributing', link: '/contributing/', activeMatch: '^/contributing/' },
      { text: 'Releases', link: '/releases' },
    ],
    sidebar: sidebar(),
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          // [FromCookie] and HandlerList.Under are found by each of their words as well.
          options: { tokenize: (text: string) => text.split(/[\s\p{P}\p{S}]+/u).flatMap(word => [word, ...word.split(/(?<=[a-z])(?=[A-Z])/)]).filter(Boolean) },
          searchOptions: {
            fuzzy: 0.1,
            prefix: true,
            boost: { title: 4, titles: 2, text: 1 },
            // What is said in words comes before what is generated, unless a member is asked for by its whole name.
            boostDocument: (id: string) => (id.includes('/reference/members/') ? 0.6 : 1),
          },
        },
      },
    },
  },
})

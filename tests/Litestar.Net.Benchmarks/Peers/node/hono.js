// Hono on Node as its documentation shows it. What comes in is checked by its own validator.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { validator } from 'hono/validator'

const app = new Hono()
const wrong = context => context.json({ error: 'Bad Request' }, 400)

app.get('/greet', context => {
  const name = context.req.query('name')
  return name === undefined ? wrong(context) : context.text(`Hi, ${name}!`)
})

app.get('/json', context => context.json({ text: 'Hello, World!', number: 42 }))

app.get('/users/:id', context => {
  const id = Number(context.req.param('id'))
  const active = context.req.query('active')
  return Number.isInteger(id) && (active === 'true' || active === 'false')
    ? context.json({ id, active: active === 'true', tags: context.req.queries('tags') ?? [] })
    : wrong(context)
})

app.post('/orders', validator('json', (body, context) =>
  typeof body.customer === 'string' && Array.isArray(body.lines) && body.lines.every(line => typeof line.sku === 'string' && Number.isInteger(line.quantity)) ? body : wrong(context)
), context => context.json({ id: 7, quantity: context.req.valid('json').lines.reduce((sum, line) => sum + line.quantity, 0) }, 201))

app.get('/me',
  async (context, next) => context.req.header('Authorization')?.startsWith('Bearer ') ? next() : context.body(null, 401),
  async (context, next) => { context.set('caller', context.req.header('Authorization').slice('Bearer '.length)); await next() },
  context => context.json({ name: context.get('caller') }))

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.argv[2]) })

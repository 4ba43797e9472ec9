// Fastify as its documentation says is fastest: no logger, schemas for what comes in and for what goes out.
import Fastify from 'fastify'

const app = Fastify({ logger: false })
const text = { type: 'string' }
const number = { type: 'integer' }
const object = properties => ({ type: 'object', required: Object.keys(properties), properties })
const message = object({ text, number })

app.get('/greet', { schema: { querystring: object({ name: text }) } }, async (request, reply) => {
  reply.type('text/plain; charset=utf-8')
  return `Hi, ${request.query.name}!`
})

app.get('/json', { schema: { response: { 200: message } } }, async () => ({ text: 'Hello, World!', number: 42 }))

app.get('/users/:id', {
  schema: {
    params: object({ id: number }),
    querystring: object({ active: { type: 'boolean' }, tags: { type: 'array', items: text } }),
    response: { 200: object({ id: number, active: { type: 'boolean' }, tags: { type: 'array', items: text } }) },
  },
}, async request => ({ id: request.params.id, active: request.query.active, tags: request.query.tags }))

app.post('/orders', {
  schema: {
    body: object({ customer: text, lines: { type: 'array', items: object({ sku: text, quantity: number }) } }),
    response: { 201: object({ id: number, quantity: number }) },
  },
}, async (request, reply) => {
  reply.code(201)
  return { id: 7, quantity: request.body.lines.reduce((sum, line) => sum + line.quantity, 0) }
})

app.decorateRequest('caller', '')
app.get('/me', {
  schema: { response: { 200: object({ name: text }) } },
  preHandler: [
    async (request, reply) => request.headers.authorization?.startsWith('Bearer ') ? undefined : reply.code(401).send(),
    async request => { request.caller = request.headers.authorization.slice('Bearer '.length) },
  ],
}, async request => ({ name: request.caller }))

await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) })

import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Provider from 'oidc-provider'
import { onTestFinished } from 'vitest'

export const CLIENT_ID = 'status-page'
export const OPERATOR = { sub: 'olga', name: 'Olga Operator', groups: ['staff', 'status-operators'] }
const RESOURCE = 'urn:status-api'

export interface OidcOptions {
  /** How long ID and access tokens are good for. */
  readonly tokenSeconds?: number
  readonly groups?: readonly string[]
}

export interface OidcServer {
  readonly issuer: string
  /** Method and address of every request but preflights, below the issuer. */
  readonly requests: string[]
  /** Tells the provider where the page is, and where its logins come back to, if not to `login` below it. */
  admit(baseUrl: string, returnAddress?: string): Promise<void>
  /** From now on nobody is known: no session, no refresh token. */
  forgetAll(): void
  /** From now on it takes requests and answers none. */
  fallSilent(): void
}

/** A real OpenID provider on loopback; it asks for no password, only whether to log in. */
export async function startOidcProvider({ tokenSeconds = 600, groups = OPERATOR.groups }: OidcOptions = {}): Promise<OidcServer> {
  const requests: string[] = []
  let issued = 0
  const entries = new Map<string, Record<string, unknown>>()
  let handle: (message: IncomingMessage, answer: ServerResponse) => void = () => undefined
  const server = createServer((message, answer) => handle(message, answer))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(
    () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )

  const provider = await quietly(
    async () =>
      new (await import('oidc-provider')).default(issuer, {
        adapter: class {
          constructor(readonly model: string) {}
          key = (id: string) => `${this.model}:${id}`
          by = (part: string, value: string) =>
            Promise.resolve([...entries].find(([key, entry]) => key.startsWith(`${this.model}:`) && entry[part] === value)?.[1])
          upsert = async (id: string, payload: Record<string, unknown>) => void entries.set(this.key(id), payload)
          find = async (id: string) => entries.get(this.key(id))
          findByUid = (uid: string) => this.by('uid', uid)
          findByUserCode = (code: string) => this.by('userCode', code)
          destroy = async (id: string) => void entries.delete(this.key(id))
          consume = async (id: string) => void Object.assign(entries.get(this.key(id)) ?? {}, { consumed: 1 })
          revokeByGrantId = async (grantId: string) => {
            for (const [key, entry] of entries) if (entry.grantId === grantId) entries.delete(key)
          }
        },
        clients: [
          {
            client_id: CLIENT_ID,
            application_type: 'web',
            token_endpoint_auth_method: 'none',
            grant_types: ['authorization_code', 'refresh_token'],
            response_types: ['code'],
            redirect_uris: [`${issuer}/not-yet`],
          },
        ],
        clientBasedCORS: () => true,
        conformIdTokenClaims: false,
        claims: { openid: ['sub'], profile: ['name', 'issue'], groups: ['groups'] },
        scopes: ['openid', 'offline_access', 'profile', 'groups'],
        cookies: { keys: ['loopback'] },
        jwks: {
          keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig' }],
        },
        features: {
          devInteractions: { enabled: false },
          rpInitiatedLogout: {
            logoutSource: (context: { body: string }, form: string) => {
              context.body = `<!doctype html><link rel="icon" href="data:,">${form}<button form="op.logoutForm" name="logout" value="yes">Log out</button>`
            },
          },
          resourceIndicators: {
            enabled: true,
            getResourceServerInfo: () => ({ scope: '', audience: RESOURCE, accessTokenFormat: 'jwt' }),
          },
        },
        findAccount: (_context: unknown, sub: string) => ({
          accountId: sub,
          // Two ID tokens of one second would be the same to the byte, and a renewed one as refused as the old.
          claims: () => ({ ...OPERATOR, groups, sub, issue: (issued += 1) }),
        }),
        interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
        rotateRefreshToken: true,
        ttl: {
          AccessToken: tokenSeconds,
          AuthorizationCode: 60,
          Grant: 3600,
          IdToken: tokenSeconds,
          Interaction: 600,
          RefreshToken: 3600,
          Session: 3600,
        },
      }),
  )
  const answerAsProvider = provider.callback()
  let isSilent = false
  handle = (message, answer) => {
    if (message.method !== 'OPTIONS') requests.push(`${message.method} ${message.url}`)
    if (isSilent) return
    if (!message.url?.startsWith('/interaction/')) return answerAsProvider(message, answer)
    interact(provider, message, answer).catch((error: unknown) => answer.writeHead(500).end(String(error)))
  }

  return {
    issuer,
    requests,
    async admit(baseUrl, returnAddress = `${baseUrl}login`) {
      const client = await provider.Client.find(CLIENT_ID)
      client.redirectUris = [returnAddress]
      client.postLogoutRedirectUris = [baseUrl]
    },
    forgetAll: () => entries.clear(),
    fallSilent: () => void (isSilent = true),
  }
}

/** Asks whether to log in, and agrees to whatever the page asks for. */
async function interact(provider: Provider, message: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { prompt, params, session, grantId } = await provider.interactionDetails(message, answer)
  const choice = new URL(message.url ?? '', 'http://host').searchParams.get('choice')
  const finish = (result: object) =>
    provider.interactionFinished(message, answer, result, { mergeWithLastSubmission: prompt.name === 'consent' })
  if (choice === 'refuse') return finish({ error: 'access_denied', error_description: 'The user changed their mind' })
  if (prompt.name === 'login' && choice === 'agree') return finish({ login: { accountId: OPERATOR.sub } })
  if (prompt.name === 'consent' && session) {
    const known = grantId === undefined ? undefined : await provider.Grant.find(grantId)
    const grant = known ?? new provider.Grant({ accountId: session.accountId, clientId: CLIENT_ID })
    grant.addOIDCScope(params.scope ?? 'openid')
    return finish({ consent: { grantId: await grant.save() } })
  }
  answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
  answer.end(
    '<!doctype html><title>Provider</title><link rel="icon" href="data:,"><a href="?choice=agree">Agree</a> <a href="?choice=refuse">Refuse</a>',
  )
}

/** It has an opinion on old versions of Node, and tells it on the console. */
async function quietly<T>(make: () => Promise<T>): Promise<T> {
  const { warn, info } = console
  Object.assign(console, { warn: () => undefined, info: () => undefined })
  try {
    return await make()
  } finally {
    Object.assign(console, { warn, info })
  }
}

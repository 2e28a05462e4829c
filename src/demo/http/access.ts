import type { IncomingMessage, ServerResponse } from 'node:http'

export interface AccessOptions {
  /** Writes need `Authorization: Bearer …`: this token, any with `true`, or one that the function lets through. */
  bearer?: string | true | ((token: string) => boolean)
  /** So do reads. */
  readsNeedLogin?: boolean
  /** Answer 401 to a GET that carries a token, as the proxy in front of the reference server does. */
  refuseTokensOnReads?: boolean
  corsOrigins?: readonly string[] | '*'
}

/** Adds the CORS headers for the request's origin; none for an origin that is not listed. */
export function allowOrigin(message: IncomingMessage, answer: ServerResponse, origins: readonly string[] | '*'): void {
  const { origin } = message.headers
  if (origins === '*') answer.setHeader('Access-Control-Allow-Origin', '*')
  else {
    answer.setHeader('Vary', 'Origin')
    if (origin && origins.includes(origin)) answer.setHeader('Access-Control-Allow-Origin', origin)
  }
}

/** The method that a preflight asks for; undefined where the request is none. */
export function preflightedMethod({ method, headers }: IncomingMessage): string | undefined {
  return method === 'OPTIONS' && headers.origin ? headers['access-control-request-method'] : undefined
}

/** Answers a preflight as the proxy does: four methods, two headers, nothing exposed. */
export function answerPreflight(answer: ServerResponse): void {
  if (answer.hasHeader('Access-Control-Allow-Origin')) {
    answer.setHeader('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE')
    answer.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type')
  }
  answer.writeHead(204).end()
}

/** Whether the proxy turns the request away for its token or the lack of one. */
export function isUnauthorized(
  request: Request,
  { bearer, readsNeedLogin = false, refuseTokensOnReads = !readsNeedLogin }: AccessOptions,
): boolean {
  const authorization = request.headers.get('Authorization')
  if (!readsNeedLogin && (request.method === 'GET' || request.method === 'HEAD'))
    return refuseTokensOnReads && authorization !== null
  if (bearer === undefined) return false
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
  if (token === undefined || bearer === true) return token === undefined
  return typeof bearer === 'string' ? token !== bearer : !bearer(token)
}

/** The proxy's own error shape, which is not the API's. */
export const unauthorized = () =>
  Response.json(
    {
      error: {
        code: 401,
        status: 'Unauthorized',
        reason: 'The request could not be authorized',
        message: 'Access credentials are invalid',
      },
    },
    { status: 401 },
  )

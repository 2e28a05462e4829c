import { HttpResponse, type PathParams } from 'msw'

/** An answer other than success, thrown from anywhere within a handler. */
export class Refusal extends Error {
  constructor(readonly status: number) {
    super(`Refused with ${status}`)
  }
}

const MESSAGES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
}

/** The reference server's error body, e.g. `{"message": "Bad Request"}`. */
export const refusalResponse = (status: number) => HttpResponse.json({ message: MESSAGES[status] ?? 'Error' }, { status })

export const answerData = (data: unknown) => HttpResponse.json({ data } as Record<string, unknown>)

export const answerCreated = (identity: Record<string, string | number>) => HttpResponse.json(identity, { status: 201 })

export const answerDone = () => new HttpResponse(null, { status: 204 })

export interface Asked {
  request: Request
  params: PathParams
}

/** Turns a thrown `Refusal` into its answer. */
export function handleRequest(answer: (asked: Asked) => Response | Promise<Response>): (asked: Asked) => Promise<Response> {
  return async asked => {
    try {
      return await answer(asked)
    } catch (error) {
      if (error instanceof Refusal) return refusalResponse(error.status)
      throw error
    }
  }
}

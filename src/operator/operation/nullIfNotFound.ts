import { ApiError } from '@/domain/apiError'

/** What a read answers; null where the server says that there is no such thing, which is an answer and no failure. */
export async function nullIfNotFound<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'notFound') return null
    throw error
  }
}

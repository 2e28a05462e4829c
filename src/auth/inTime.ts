import { ErrorTimeout } from 'oidc-client-ts'

/** Rejects when the time is over: the library limits only how long an answer takes to begin, each for itself. */
export const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = () => reject(new ErrorTimeout('The login provider does not answer.'))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })

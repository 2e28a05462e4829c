/** Fine; something is affected; nobody can say; asked for in a wrong way. `docs/command.md` says which state is which. */
export const EXIT = { fine: 0, affected: 1, unknown: 2, usage: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** What was asked for cannot be done as it was asked for: the message says why, for the person at the terminal. Exit code 3. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

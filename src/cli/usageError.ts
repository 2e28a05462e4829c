/** What was asked for cannot be done as it was asked for: the message says why, for the person at the terminal. Exit code 3. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

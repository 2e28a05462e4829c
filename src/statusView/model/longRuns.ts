/** Runs above this length, without a place to break a line, keep a browser busy for seconds. */
export const MAX_RUN = 2_000
// Wherever the end of a line comes, there is a break within reach.
const PIECE = 100

const LONG_RUN = new RegExp(`\\S{${MAX_RUN}}\\S+`, 'g')
/** Half of a pair of UTF-16 is no character. */
const endOf = (text: string, at: number) => (/[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at)

/** The text with its very long runs cut short, marked by an ellipsis; the text itself where it has none. Linear. */
export const cutRuns = (text: string): string => text.replace(LONG_RUN, run => `${run.slice(0, endOf(run, MAX_RUN))}…`)

/** All of the text in pieces, between which a line may break: in its very long runs after each hundred letters or so. */
export function runPieces(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  for (const { 0: run, index } of text.matchAll(LONG_RUN)) {
    let at = index
    while (index + run.length - at > PIECE) {
      const end = endOf(text, at + PIECE)
      pieces.push(text.slice(from, end))
      from = at = end
    }
  }
  return [...pieces, text.slice(from)]
}

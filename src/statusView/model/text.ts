import { cutRuns } from './longRuns'
import { MAX_SHAPED, textShape, type Block } from './textShape'

/** An operator's text in the shape that Markdown gives it, without a renderer; a string = as it is, since it is very long. */
export type TextModel = string | readonly Block[]

/** Without the rest of runs that no line can break. */
export function textModel(whole: string): TextModel {
  const text = cutRuns(whole)
  return text.length > MAX_SHAPED ? text : textShape(text)
}

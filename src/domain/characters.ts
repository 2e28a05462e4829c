// What Unicode lets people write that nobody can see, or that moves what stands beside it.

// All but format and control characters, spaces, marks without a letter, and letters without a shape (fillers, blank braille).
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether a text has a character that can be seen. */
export const isVisible = (text: string): boolean => VISIBLE.test(text)

/**
 * A text that may run from right to left, as a part of a sentence: its order does not reach beyond it (Unicode, FSI and PDI). Its
 * own controls are taken out, since they could end that. Any other text comes back as it is.
 */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text.replace(CONTROLS, '')}\u2069` : text)

const endings: (() => void)[] = []

/** Does something when the test is over, last wish first. */
export const atEnd = (ending: () => void) => void endings.push(ending)

export function cleanUp(): void {
  for (const ending of endings.splice(0).reverse()) ending()
}

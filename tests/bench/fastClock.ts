declare global {
  /** Lets so many milliseconds go by at once, and whatever was due in them happens. */
  var letPass: (ms: number) => void
}

/** Runs in the page, before its own scripts. Its clock goes on as usual between two leaps. */
export function fastClock(): void {
  const [RealDate, setReal, clearReal] = [Date, globalThis.setTimeout, globalThis.clearTimeout]
  const realNow = performance.now.bind(performance)
  let ahead = 0
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>()
  performance.now = () => realNow() + ahead
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length ? given : [RealDate.now() + ahead]) as [number]))
    }
    static override now = () => RealDate.now() + ahead
  } as DateConstructor
  const start = (call: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    const run = () => {
      waiting.delete(id)
      clearReal(id)
      call(...given)
    }
    const id = setReal(run, ms) as unknown as number
    waiting.set(id, { at: performance.now() + ms, run })
    return id
  }
  globalThis.setTimeout = start as unknown as typeof setTimeout
  globalThis.clearTimeout = ((id: number) => {
    waiting.delete(id)
    clearReal(id)
  }) as typeof clearTimeout
  globalThis.letPass = ms => {
    ahead += ms
    const due = [...waiting.values()].filter(({ at }) => at <= performance.now()).sort((a, b) => a.at - b.at)
    for (const { run } of due) run()
  }
}

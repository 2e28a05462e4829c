import { createDrawing, type Drawing } from './drawing'
import { feedOf } from './feed'
import { NOTHING_KNOWN } from './known'
import { ATTRIBUTES, readSettings, type Settings } from './settings'
import { widgetStateOf } from './widgetState'
import { viewOf } from './view'
import { languageOf } from './words'

/** `<scs-status api="…">`: the status of a provider, of components with a label or of one component, in any web page. */
export class StatusElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES

  readonly #drawing: Drawing = createDrawing(this.attachShadow({ mode: 'open' }))
  #joined: { readonly api: string; readonly intervalMs: number; readonly leave: () => void } | null = null
  #isPlanned = false

  connectedCallback(): void {
    this.#plan()
  }

  disconnectedCallback(): void {
    this.#plan()
  }

  attributeChangedCallback(): void {
    this.#plan()
  }

  // Once for all that happens in one go: an element that is only moved keeps its feed.
  #plan(): void {
    if (this.#isPlanned) return
    this.#isPlanned = true
    queueMicrotask(() => {
      this.#isPlanned = false
      const settings = this.#settings()
      this.#join(this.isConnected ? settings : null)
      if (this.isConnected) this.#show(settings)
    })
  }

  #join(settings: Settings | null): void {
    const { api = null, intervalMs = 0 } = settings ?? {}
    if (this.#joined?.api === (api ?? undefined) && this.#joined?.intervalMs === intervalMs) return
    const left = this.#joined
    this.#joined =
      api === null ? null : { api, intervalMs, leave: feedOf(api).join(() => this.#show(this.#settings()), intervalMs) }
    // After joining: what the others know of the same API is not lost.
    left?.leave()
  }

  /** @returns when what is shown becomes too old, epoch milliseconds */
  #show(settings: Settings): number {
    const language = languageOf(this.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang || navigator.language)
    const now = Date.now()
    const known = settings.api === null ? NOTHING_KNOWN : feedOf(settings.api).known
    const state = widgetStateOf(known, settings, now, language)
    this.#drawing.show(viewOf(state, language, now, settings.severityNames), settings.look, settings.href)
    return (state.confirmedAt ?? Infinity) + settings.staleAfterMs + 1
  }

  #settings(): Settings {
    return readSettings(name => this.getAttribute(name), document.baseURI)
  }
}

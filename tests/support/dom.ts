import { configure } from '@testing-library/dom'
import { afterEach, beforeEach, vi } from 'vitest'
import { cleanUp } from './cleanup'
import { resetServer, useServer } from './server'

// A failure names what it missed; the page around would bury that. The time is for busy machines: nothing waits for it in vain.
configure({ getElementError: message => new Error(message?.split('\n')[0] ?? 'not found'), asyncUtilTimeout: 5_000 })

// happy-dom has no layout: nothing ever changes its size.
class NoResizes implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoResizes)
// Not as a stub: what a test takes back must not take this with it.
Object.defineProperty(globalThis, 'visualViewport', { value: new EventTarget(), configurable: true })
// The router puts each page that was ever shown on this list for Vue's tools: nobody reads it here, and all pages would be kept.
Object.defineProperty(globalThis, '__VUE_DEVTOOLS_PLUGINS__', { value: { push() {} }, writable: true })
document.elementsFromPoint = () => []
// Nothing is painted here: the next frame, and the browser's idle time, are at once.
vi.stubGlobal('requestAnimationFrame', (done: FrameRequestCallback) => {
  queueMicrotask(() => done(performance.now()))
  return 0
})
vi.stubGlobal('requestIdleCallback', (done: IdleRequestCallback) => {
  queueMicrotask(() => done({ didTimeout: false, timeRemaining: () => 50 }))
  return 0
})

useServer()
beforeEach(() => {
  document.head.innerHTML = '<base href="http://page.test/status/" /><link rel="icon" href="favicon.svg" />'
  document.body.innerHTML = '<div id="app"></div><div id="overlays"></div>'
  localStorage.clear()
})
afterEach(() => {
  cleanUp()
  return resetServer()
})

import { StatusElement } from './StatusElement'

// A page may load the script twice; the first one stays.
if (!customElements.get('scs-status')) customElements.define('scs-status', StatusElement)

import type { LoginSetting } from './createAuth'

type Place = Pick<LoginSetting, 'routing' | 'baseUrl' | 'path'>

/**
 * Where a login comes back to. Under hash routing that is the document itself, since no such address may have a fragment; which of
 * several providers it belongs to is said in its query, and hashHistory.ts leads on from there.
 */
export function returnAddress({ routing, baseUrl, path }: Place): string {
  if (routing === 'history') return `${baseUrl}login`
  const [, id] = /^\/p\/([^/]+)\/$/.exec(path) ?? []
  return documentAddress() + (id === undefined ? '' : `?p=${id}`)
}

/** Where the end of a login comes back to. */
export const homeAddress = ({ routing, baseUrl }: Place): string => (routing === 'history' ? baseUrl : documentAddress())

const documentAddress = () => location.origin + location.pathname

/** An id that can stand in a path as it is, on every host and in every address; null = it cannot. */
export const safeFileName = (id: string): string | null => (/^(?!\.)[A-Za-z0-9._~-]{1,100}$/.test(id) ? id : null)

export type TimeShortcut = 'now' | 'plus15m' | 'plus1h' | 'plus2h' | 'plus4h' | 'tomorrow' | 'none'

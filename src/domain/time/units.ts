// What a span of time is in milliseconds. A day of a calendar may be longer or shorter (calendar.ts).
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

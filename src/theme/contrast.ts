/** Relative luminance and contrast as WCAG 2.2 defines them. Colours are `#rrggbb`. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/**
 * The colour itself where it reaches the ratio on the background; otherwise the nearest mix of it with black or white that does,
 * so that a configured colour can be wrong but never unreadable.
 */
export function readableOn(color: string, background: string, ratio: number): string {
  if (contrast(color, background) >= ratio) return color
  const end = luminance(background) > 0.18 ? 0 : 255
  const channels = parse(color)
  for (let share = 0.05; share < 1; share += 0.05) {
    const mixed = format(channels.map(channel => channel + (end - channel) * share))
    if (contrast(mixed, background) >= ratio) return mixed
  }
  return end ? '#ffffff' : '#000000'
}

function luminance(color: string): number {
  const [red, green, blue] = parse(color).map(channel => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const parse = (color: string) => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))
const format = (channels: number[]) => `#${channels.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

import type { PastStory } from '@/demo/seed/story'
export const pastAutumn: PastStory[] = []

/** Lets a row of a list be dragged within it: some browsers drag nothing that carries no data. */
export function beginRowDrag({ dataTransfer }: DragEvent) {
  if (!dataTransfer) return
  dataTransfer.setData('text/plain', '')
  dataTransfer.effectAllowed = 'move'
}

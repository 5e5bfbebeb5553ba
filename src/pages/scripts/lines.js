// Counts the lines while they are pasted, so that nobody sends too many.
;(() => {
  const field = document.getElementById('text')
  const count = document.getElementById(field.dataset.count)
  const most = Number(field.dataset.most)
  const show = () => {
    const lines = field.value.split('\n').filter((line) => line.trim() !== '').length
    const words = lines > most ? count.dataset.over : count.dataset.words
    count.textContent = lines === 0 ? '' : words.replace('{n}', String(lines))
  }
  field.addEventListener('input', show)
  show()
})()

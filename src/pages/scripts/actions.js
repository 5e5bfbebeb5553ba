// Buttons that only work with a script stay hidden without it.
;(() => {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
  for (const button of document.querySelectorAll('[data-copy]')) {
    // Browsers give the clipboard to secure origins only.
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).href)
      button.textContent = button.dataset.done
    })
  }
})()

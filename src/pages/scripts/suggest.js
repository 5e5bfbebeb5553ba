// Offers listed names while somebody types. Without it the form works just the same.
;(() => {
  const field = document.getElementById('name')
  const names = document.getElementById('names')
  const form = field.form
  let composing = false
  let latest = 0
  let waiting

  const show = (found) => {
    names.textContent = ''
    for (const name of found) {
      const option = document.createElement('option')
      option.value = name
      names.appendChild(option)
    }
  }

  const ask = async () => {
    const turn = ++latest
    const typed = field.value.trim()
    if (typed === '') return show([])
    const kind = form.elements.kind.value
    const region = form.elements.region.value
    try {
      const response = await fetch(
        `/suggest?kind=${kind}&region=${encodeURIComponent(region)}&q=${encodeURIComponent(typed)}`,
      )
      const found = response.ok ? (await response.json()).names : []
      // An answer that comes late must not replace a later one.
      if (turn === latest) show(found)
    } catch {
      show([])
    }
  }

  const soon = () => {
    // While pinyin is being typed, the field holds letters that nobody means.
    if (composing) return
    clearTimeout(waiting)
    waiting = setTimeout(ask, 120)
  }

  field.addEventListener('compositionstart', () => {
    composing = true
  })
  field.addEventListener('compositionend', () => {
    composing = false
    soon()
  })
  field.addEventListener('input', soon)
  for (const kind of form.elements.kind) kind.addEventListener('change', soon)

  // Fields left empty would only make the address longer.
  form.addEventListener('submit', () => {
    for (const one of form.elements) if (one.name && one.value === '') one.disabled = true
  })
  window.addEventListener('pageshow', () => {
    for (const one of form.elements) one.disabled = false
  })
})()

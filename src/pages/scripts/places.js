// Offers places while somebody types one. Without it the form works just the same.
;(() => {
  const field = document.getElementById('region')
  const places = document.getElementById('places')
  if (!places) return
  let latest = 0
  let waiting

  const show = (found) => {
    places.textContent = ''
    for (const place of found) {
      const option = document.createElement('option')
      option.value = place
      places.appendChild(option)
    }
  }

  const ask = async () => {
    const turn = ++latest
    const typed = field.value.trim()
    if (typed === '') return show([])
    try {
      const response = await fetch(`/suggest/places?q=${encodeURIComponent(typed)}`)
      const found = response.ok ? (await response.json()).names : []
      // An answer that comes late must not replace a later one.
      if (turn === latest) show(found)
    } catch {
      show([])
    }
  }

  // While pinyin is being typed, the field holds letters that nobody means.
  field.addEventListener('input', ({ isComposing }) => {
    clearTimeout(waiting)
    if (!isComposing) waiting = setTimeout(ask, 120)
  })
  field.addEventListener('compositionend', ask)
  // The place that stands there is in the way of whoever types another one.
  field.addEventListener('focus', () => field.select())
})()

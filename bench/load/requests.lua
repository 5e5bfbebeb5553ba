-- wrk sends the requests of a file in turn: each is preceded by its length in bytes and a line break.
-- {n} in a request becomes a number that never comes twice.
-- wrk … -s requests.lua ADDRESS -- FILE
local requests, before, after = {}, {}, {}
local sent = 0

function init(arguments)
  local file = assert(io.open(arguments[1], 'rb'))
  while true do
    local length = file:read('*n')
    if not length then break end
    file:read(1)
    local request = file:read(length)
    requests[#requests + 1] = request
    local from, to = request:find('{n}', 1, true)
    if from then
      before[#requests] = request:sub(1, from - 1)
      after[#requests] = request:sub(to + 1)
    end
  end
  file:close()
end

function request()
  local at = sent % #requests + 1
  sent = sent + 1
  if not before[at] then return requests[at] end
  return before[at] .. sent .. after[at]
end

function done(summary)
  io.write(string.format(
    '\nfigures {"requests":%d,"microseconds":%d,"bytes":%d,"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    summary.errors.connect, summary.errors.read, summary.errors.write, summary.errors.status, summary.errors.timeout))
end

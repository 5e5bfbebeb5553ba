-- wrk sends the requests of a file in turn: each is preceded by its length in bytes and a line break.
-- {n} in a request becomes a number that never comes twice, the first of them FIRST + 1.
-- wrk … -s requests.lua ADDRESS -- FILE [FIRST]
local requests, before, after = {}, {}, {}
local sent, first = 0, 0

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
  first = tonumber(arguments[2]) or 0
end

function request()
  local at = sent % #requests + 1
  sent = sent + 1
  if not before[at] then return requests[at] end
  return before[at] .. (first + sent) .. after[at]
end

function done(summary, latency)
  io.write(string.format(
    '\nfigures {"requests":%d,"microseconds":%d,"bytes":%d,"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    summary.errors.connect, summary.errors.read, summary.errors.write, summary.errors.status, summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end

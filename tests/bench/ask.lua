-- For wrk: asks what the file REQUESTS says, line by line from line FIRST on and over again. A line is a method and a path,
-- and behind a tab the body, if any. Ends with one line of JSON; times in microseconds.
local requests, place = {}, 0

function init()
  wrk.headers["Content-Type"] = "application/json"
  for line in io.lines(os.getenv("REQUESTS")) do
    local method, path, body = line:match("^(%u+) ([^\t]+)\t?(.*)$")
    requests[#requests + 1] = wrk.format(method, path, nil, body ~= "" and body or nil)
  end
  place = tonumber(os.getenv("FIRST")) % #requests
end

function request()
  place = place % #requests + 1
  return requests[place]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"answered":%d,"microseconds":%d,"p50":%d,"p99":%d,"errors":%d}\n',
    summary.requests - errors.status, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end

-- wrk -s pipeline.lua URL -- DEPTH (METHOD PATH BODY)...
-- Sends DEPTH requests at once, going round the cases, and prints one line of totals.

local batch

function init(args)
  local depth = tonumber(args[1])
  local cases = math.floor(#args / 3)
  local requests = {}
  for i = 1, depth do
    local at = 2 + ((i - 1) % cases) * 3
    local body = args[at + 2]
    if body == "" then
      requests[i] = wrk.format(args[at], args[at + 1])
    else
      requests[i] = wrk.format(args[at], args[at + 1], { ["Content-Type"] = "application/json", ["Host"] = wrk.headers["Host"] }, body)
    end
  end
  batch = table.concat(requests)
end

function request()
  return batch
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("totals %d %d %d %d %d\n",
    summary.requests,
    errors.connect + errors.read + errors.write + errors.timeout,
    errors.status,
    latency:percentile(50),
    latency:percentile(99)))
end

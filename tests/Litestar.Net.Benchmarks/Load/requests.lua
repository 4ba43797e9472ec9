-- wrk -s requests.lua URL -- DEPTH (METHOD PATH HEADER BODY)...
-- Sends DEPTH requests at once, going round the cases, and prints one line of totals. A body @NUMBER is that many bytes of JSON.

local batch

local function lines(bytes)
  local line = '{"sku":"A-1","quantity":2}'
  local count = math.max(1, math.floor((tonumber(bytes) - 28) / (#line + 1)))
  return '{"customer":"Bob","lines":[' .. string.rep(line, count, ",") .. "]}"
end

function init(args)
  local depth = tonumber(args[1])
  local cases = math.floor(#args / 4)
  local requests = {}
  for i = 1, depth do
    local at = 2 + ((i - 1) % cases) * 4
    local header, body = args[at + 2], args[at + 3]
    local headers = { ["Host"] = wrk.headers["Host"] }
    if header ~= "" then
      headers[header:match("^(.-):")] = header:match(": (.*)$")
    end
    if body ~= "" then
      headers["Content-Type"] = "application/json"
    end
    if body:sub(1, 1) == "@" then
      body = lines(body:sub(2))
    end
    requests[i] = wrk.format(args[at], args[at + 1], headers, body ~= "" and body or nil)
  end
  batch = table.concat(requests)
end

function request()
  return batch
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("totals %d %d %d %d %d %d\n",
    summary.requests,
    summary.duration,
    errors.connect + errors.read + errors.write + errors.timeout,
    errors.status,
    latency:percentile(50),
    latency:percentile(99)))
end

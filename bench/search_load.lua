-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everyday questions in turn, for wrk: wrk -s search_load.lua ADDRESS -- COLLECTION [PARAMETERS].
local addresses, turn = {}, 0

local function escaped(text)
  return (text:gsub('[^%w]', function(byte) return string.format('%%%02X', byte:byte()) end))
end

function init(arguments)
  for line in io.lines(arguments[1] .. '/short.tsv') do
    local question = line:match('^[^\t]*\t([^\t]*)')
    addresses[#addresses + 1] = '/api/search?q=' .. escaped(question) .. (arguments[2] or '')
  end
end

function request()
  turn = turn % #addresses + 1
  return wrk.format('GET', addresses[turn])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('%.0f a second, half within %.1f ms, 99 of 100 within %.1f ms, %d failed\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end

-- Asks for the paths of a file in an order of chance, the same for every target: wrk -s paths.lua URL -- FILE
local threads = 0
local requests, count = {}, 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads * 7919)
end

function init(arguments)
  math.randomseed(seed)
  for path in io.lines(arguments[1]) do
    count = count + 1
    requests[count] = wrk.format("GET", path)
  end
end

function request()
  return requests[math.random(count)]
end

// SPDX-License-Identifier: GPL-3.0-or-later
// The engine in a worker, where there is one: the same script serves there what the page asks for here.
import {Engine} from './engine.js';

export async function fetchBytes(path) {
  const response = await fetch('/search/' + path, {cache: path === 'current.json' ? 'no-cache' : 'default'});
  return response.ok && new Uint8Array(await response.arrayBuffer());
}

export function serve() {
  const engine = new Engine(fetchBytes);
  self.onmessage = async ({data: [id, method, argument]}) => {
    try { postMessage([id, await engine[method](argument)]); } catch (problem) { postMessage([id, null, String(problem)]); }
  };
}

// Calls a method of the engine, in a worker where there is one.
export function connect(address) {
  const waiting = new Map();
  const engine = new Engine(fetchBytes), here = (method, argument) => engine[method](argument);
  let count = 0, worker;
  try {
    worker = new Worker(address);
  } catch {
    return here;
  }
  worker.onmessage = ({data: [id, result, problem]}) => {
    const {resolve, reject} = waiting.get(id);
    waiting.delete(id);
    if (problem) reject(problem); else resolve(result);
  };
  worker.onerror = () => {
    for (const {resolve, reject, call} of waiting.values()) here(...call).then(resolve, reject);
    waiting.clear();
    worker = null;
  };
  return (...call) => (worker ? new Promise((resolve, reject) => {
    waiting.set(++count, {resolve, reject, call});
    worker.postMessage([count, ...call]);
  }) : here(...call));
}

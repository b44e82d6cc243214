// Before anything is counted: a server whose code is still cold gets faster while it is measured, and whoever comes first looks slow.

const SECONDS = 0.3;
/** It is warm when it is no longer faster than before by more than the figures scatter anyway. */
const FASTER = 1.1;
const MOST = 8;

/** Loads a server for a moment, again and again, until it gets no faster. `load` answers the requests per second. */
export async function warmUp(load: (seconds: number) => Promise<number>): Promise<void> {
  let best = 0;
  for (let times = 0; times < MOST; times++) {
    const perSecond = await load(SECONDS);
    if (perSecond <= FASTER * best) return;
    best = perSecond;
  }
}

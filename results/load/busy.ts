/** The load client is one thread: near a whole processor it is what is measured. */
const BUSY = 0.85;

/** Did the load client take nearly all of a processor? */
export const generatorBusy = (measured: { generatorCpuMs: number; elapsedMs: number }): boolean =>
  measured.generatorCpuMs > BUSY * measured.elapsedMs;

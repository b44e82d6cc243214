/** What the promise resolves with; when that takes too long, what `late` says instead. */
export async function within<T, U>(milliseconds: number, promise: Promise<T>, late: () => U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined;
  const out = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    return await Promise.race([promise, out.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}

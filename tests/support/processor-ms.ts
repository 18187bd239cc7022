/** Processor time of this process that `run` takes, in milliseconds: unlike time by the clock it hardly depends on what else the machine does. */
export async function processorMs(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

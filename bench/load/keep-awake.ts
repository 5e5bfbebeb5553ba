import { readFileSync, writeFileSync } from 'node:fs'
import { loadCore } from './cores.ts'

/** How long a core may take to wake up, in microseconds; 0 for any time, `n/a` for none (Linux, Documentation/ABI/testing/sysfs-devices-power). */
const ofLoadCore = `/sys/devices/system/cpu/cpu${loadCore}/power/pm_qos_resume_latency_us`

/**
 * Keeps the load generator's core from sleeping until the process ends. A server whose answer has to wake that core pays for it on its own core,
 * and in a virtual machine through the host: the more answers a second, the more of its time is the price of the load generator's sleep.
 * A process that is killed (-9) leaves the core awake: write 0 into the file.
 *
 * @param file says how long waking may take
 * @returns whether it may be said, mostly by root alone; where not, the reason is printed
 */
export function keepAwake(file = ofLoadCore): boolean {
  try {
    const before = readFileSync(file, 'utf8').trim()
    writeFileSync(file, 'n/a')
    process.once('exit', () => writeFileSync(file, before))
    return true
  } catch (error) {
    process.stderr.write(
      `The core of the load generator may sleep between answers, which costs fast servers more than slow ones: ${(error as Error).message}\n`,
    )
    return false
  }
}

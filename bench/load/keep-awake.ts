import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCore } from './cores.ts'

/**
 * Keeps the load generator's core from sleeping until the process ends. A server whose answer has to wake that core pays for it on its own core,
 * and in a virtual machine through the host: the more answers a second, the more of its time is the price of the load generator's sleep.
 *
 * Linux lets the latency of waking a core be bounded (Documentation/ABI/testing/sysfs-devices-power: `n/a` allows none), mostly for root alone,
 * and heeds it where it has a driver for idle cores.
 *
 * A signal that ends the process at once leaves the core awake: ask for an ownFolder first, which turns Ctrl-C and SIGTERM into an orderly end.
 *
 * @param system the folder in which the system describes its cores
 * @returns whether the core is kept awake; where not, the reason is printed
 */
export function keepAwake(system = '/sys/devices/system/cpu'): boolean {
  try {
    const driver = readFileSync(join(system, 'cpuidle/current_driver'), 'utf8').trim()
    if (driver === 'none') throw new Error('the system has no driver for idle cores')
    const bound = join(system, `cpu${loadCore}/power/pm_qos_resume_latency_us`)
    const before = readFileSync(bound, 'utf8').trim()
    writeFileSync(bound, 'n/a')
    // Ahead of what clears away files, which takes longer and may fail.
    process.prependOnceListener('exit', () => writeFileSync(bound, before))
    return true
  } catch (error) {
    process.stderr.write(
      `The core of the load generator may sleep between answers, which costs fast servers more than slow ones: ${(error as Error).message}\n`,
    )
    return false
  }
}

/** A Word on/off property: present means on, unless its value says off. */
export const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|false|off|none)$/.test(value)

/** How often something valid is sent for once that something else is: most requests shall be faultless but for one thing. */
export const often = 14

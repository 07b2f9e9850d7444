import { z } from 'zod'

// Before any contract is made: the page's security policy allows no code from text, which zod would try for speed.
z.config({ jitless: true })

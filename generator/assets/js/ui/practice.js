/** Questions: practice, mock exams, and what the device remembers of them. */

import "./quiz.js";
import "./exam.js";
import "./memory.js";
import "./drill.js";
import "./drill-form.js";

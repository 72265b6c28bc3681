UPDATE refusals SET audited = ''
WHERE lock = ?1

UPDATE refusals SET audited = CASE WHEN refused_at >= ?2 THEN 'listed' ELSE '' END
WHERE lock = ?1

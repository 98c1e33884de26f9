SELECT p."first_name", p."class_name"
FROM pupils AS p

SELECT max(seq) FROM operation WHERE state = 'done';

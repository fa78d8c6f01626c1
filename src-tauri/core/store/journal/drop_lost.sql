-- Changes whose operation is lost cannot be undone.
DELETE FROM change WHERE operation_seq NOT IN (SELECT seq FROM operation);

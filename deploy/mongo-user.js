// Run once, when MongoDB makes its data folder: the query side gets its own database and no more.
db.getSiblingDB('danvankheo').createUser({
  user: 'danvankheo',
  pwd: process.env.MONGODB_PASSWORD,
  roles: [{ role: 'readWrite', db: 'danvankheo' }]
});
